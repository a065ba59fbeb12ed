/** Builds the studio into web/dist/studio; `vite` alone serves it with hot reloading. */
import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'

const API = process.env.PRAXEO_DEV_API ?? 'http://127.0.0.1:8400'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/studio',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': { target: API, changeOrigin: true } } },
})
