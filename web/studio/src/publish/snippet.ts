/** The code that puts an embed into somebody's page: a frame, and a script that fits its height. */

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

export function snippet(address: string, title: string): string {
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" loading="lazy" ` +
    `style="width:100%;height:640px;border:0" allow="fullscreen"></iframe>`
  )
}
