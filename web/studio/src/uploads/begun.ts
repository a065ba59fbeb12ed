/** Uploads that were begun, kept by this browser: whoever chooses the same file again goes on with it. */

const KEY = 'praxeo.uploads'
const KEPT = 20

const nameOf = ({ name, size, lastModified }: File): string => `${lastModified}/${size}/${name}`

/** The id of the recording that this file was on its way to; "" if there is none. */
export const begunFor = (file: File): string =>
  read().find(([name]) => name === nameOf(file))?.[1] ?? ''

export const keepBegun = (file: File, id: string): void =>
  write([[nameOf(file), id], ...others(file)])

export const forgetBegun = (file: File): void => write(others(file))

const others = (file: File): [string, string][] => read().filter(([name]) => name !== nameOf(file))

/** A browser that keeps nothing, or what somebody else wrote there, begins anew. */
function read(): [string, string][] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPair) : []
  } catch {
    return []
  }
}

const isPair = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string')

function write(all: [string, string][]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(all.slice(0, KEPT)))
  } catch {
    // full or forbidden: the file is then sent from its start
  }
}
