import js from '@eslint/js'
import { existsSync } from 'node:fs'
import tseslint from 'typescript-eslint'

// The studio may bring rules of its own (for its framework) in studio/eslint.config.js.
const studioRules = new URL('./studio/eslint.config.js', import.meta.url)
const studio = existsSync(studioRules) ? (await import(studioRules.href)).default : []

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['bridge/**/*.ts', 'runtime/**/*.ts', 'embed/**/*.ts', 'package/**/*.ts'],
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Only dom.ts may write markup, from sanitised fields.' },
        { property: 'outerHTML', message: 'Only dom.ts may write markup, from sanitised fields.' },
        { property: 'insertAdjacentHTML', message: 'Only dom.ts may write markup.' },
      ],
    },
  },
  {
    files: ['**/tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  ...studio,
)
