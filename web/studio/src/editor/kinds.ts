/** Made by `python -m devtools.reference`; edit the source, not this page. */
export const KINDS = [
  { heading: "Terms", items: "- **term**: what it means {}" },
  { heading: "Flashcards", items: "- Q: Question?\n  A: Answer. {}" },
  { heading: "Cloze", items: "- A sentence with a [[gap]] in it. {}" },
  { heading: "Choice", items: "- Q: Question? {}\n  - [x] the right answer\n  - [ ] a wrong one\n  - [ ] another wrong one" },
  { heading: "Matching", items: "- one = its partner {}\n- two = its other {}\n- three = its third {}" },
  { heading: "Sorting", items: "- one = its group {}\n- two = its group {}\n- three = another group {}\n- four = another group {}" },
  { heading: "Ordering", items: "1. First step. {}\n2. Second step. {}\n3. Third step. {}" },
  { heading: "Timeline", items: "- 1835 | What happened. {}\n- 1877 | What came next. {}\n- 1926 | What came last. {}" },
  { heading: "Cause and effect", items: "- a cause -> its effect {}\n- another -> its other effect {}\n- a third -> its third effect {}" },
  { heading: "Concept map", items: "- this -(does)-> that {}\n- that -(needs)-> more {}\n- more -(gives)-> this {}" },
  { heading: "Recall", items: "- Q: Say in your own words what …\n  A: What should be said. {}" },
] as const
