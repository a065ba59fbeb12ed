/** Sentences of the server in German about inputs that are not uploaded: combinations, videos. */

export const sources: Readonly<Record<string, string>> = {
  nothing_to_combine: 'Nennen Sie mindestens zwei der Quellen.',
  input_twice: 'Nennen Sie jede Quelle einmal.',
  too_many_parts: 'Ein Beispiel entsteht aus höchstens 20 Quellen.',
  combination_within: 'Stellen Sie die Quellen selbst zusammen, nicht eine Zusammenstellung.',
  no_such_part: 'Das ist kein Teil dieser Zusammenstellung.',
  part_deleted: 'Eine der Quellen wurde gelöscht. Lassen Sie sie weg.',
  part_refused:
    '{name} kann nicht gelesen werden; warum, steht bei dieser Quelle. Lassen Sie sie weg, um weiterzumachen.',
  part_failed: '{name} konnte nicht gelesen werden; warum, steht bei dieser Quelle.',
  part_in_use: 'Das ist ein Teil von „{name}“; löschen Sie zuerst diese Zusammenstellung.',
}
