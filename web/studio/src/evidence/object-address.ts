/** An address for bytes in memory, as long as they are shown. */
import { useEffect, useState } from 'react'

export function useObjectAddress(bytes: Blob | undefined): string {
  const [address, setAddress] = useState('')
  useEffect(() => {
    if (!bytes) return
    const made = URL.createObjectURL(bytes)
    setAddress(made)
    return () => {
      setAddress('')
      URL.revokeObjectURL(made)
    }
  }, [bytes])
  return address
}
