import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [preact()],
  build: { cssCodeSplit: false, modulePreload: false, assetsInlineLimit: 1e8, target: 'es2020' },
});
