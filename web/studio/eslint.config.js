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
    files: ['studio/**/*.ts', 'studio/**/*.tsx'],
    ignores: ['studio/src/api/**'], // where addresses are made
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ':matches(TemplateElement[value.raw=/^.v1./], JSXAttribute Literal[value=/^.v1./])',
          message: 'The API may have an origin of its own: take address() of api/requests.ts.',
        },
      ],
    },
  },
  {
    // Made from the API's OpenAPI description.
    ignores: ['studio/src/api/schema.d.ts'],
  },
]
