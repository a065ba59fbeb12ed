/** Builds the studio into web/dist/studio; `vite` alone serves it with hot reloading. */
import { join } from 'node:path'
import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'
import { compressed, firstLoad, withPolicy } from './delivery.ts'

const API = process.env.PRAXEO_DEV_API ?? 'http://127.0.0.1:8400'
const OUT = process.env.PRAXEO_STUDIO_OUT ?? join(import.meta.dirname, '../dist/studio')
const { VITE_API_BASE_URL = '', VITE_GOOGLE_API_KEY = '' } = process.env

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), withPolicy(VITE_API_BASE_URL, VITE_GOOGLE_API_KEY), compressed(OUT)],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: (id, modules) => firstLoad(id, (each) => modules.getModuleInfo(each)) }],
        },
      },
    },
  },
  server: {
    proxy: {
      '/v1': { target: API, changeOrigin: true },
      '/gallery': { target: API, changeOrigin: true },
    },
  },
})
