/** The mark of Praxeo, drawn in place: one request less than the icon's file. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#0b5d6b" />
      <path
        d="M11 24V8h6.2a5.3 5.3 0 0 1 0 10.6H14"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="21.5" cy="23" r="2.2" fill="#f3b562" />
    </svg>
  )
}
