/** Rules of React, for the studio alone. */
import reactHooks from 'eslint-plugin-react-hooks'

export default [
  {
    files: ['studio/**/*.ts', 'studio/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    // Made from the API's OpenAPI description.
    ignores: ['studio/src/api/schema.d.ts'],
  },
]
