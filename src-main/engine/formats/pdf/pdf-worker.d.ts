/** The library's other half, published without types: only handed on. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
