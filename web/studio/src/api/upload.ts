/** Sends the bytes of a document and tells how far it is; `fetch` cannot tell that. */
import { API_BASE, ApiError } from './client'
import { reportOnline } from '../shell/online'

export function putContent(
  inputId: string,
  file: File,
  onShare: (share: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `${API_BASE}/v1/document_inputs/${inputId}/content`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onShare(total ? loaded / total : 0)
    request.onload = () => {
      if (request.status < 300) resolve()
      else reject(new ApiError(request.status, problemIn(request.responseText)))
    }
    request.onerror = () => {
      reportOnline(false)
      reject(new ApiError(0, {}))
    }
    request.send(file)
  })
}

function problemIn(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
