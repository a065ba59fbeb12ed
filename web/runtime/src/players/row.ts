/** One row: what is given (`key` is the contract's `data-left`) and what belongs to it. */
export interface Row {
  key: string
  given: string
  label: string
  answer: string
}
