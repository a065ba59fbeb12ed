/** The code that puts an embed into somebody's page: a frame, and a script that fits its height. */

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

// The frame is on an origin of its own, so these rights are rights over that origin alone.
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups'

export function snippet(address: string, title: string, fitHeight = false): string {
  const id = `praxeo-${address.slice(address.lastIndexOf('/') + 1)}`
  const frame =
    `<iframe id="${escaped(id)}" src="${escaped(address)}" title="${escaped(title)}" ` +
    `loading="lazy" sandbox="${SANDBOX}" allow="fullscreen" ` +
    `style="width:100%;height:640px;border:0"></iframe>`
  if (!fitHeight) return frame
  return (
    `${frame}\n<script>addEventListener('message',({source,data})=>{` +
    `const frame=document.getElementById(${JSON.stringify(id)});` +
    `if(source===frame.contentWindow&&data?.praxeo===1&&data.type==='resize')` +
    `frame.style.height=data.height+'px'})</script>`
  )
}
