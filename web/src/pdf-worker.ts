// The half of pdf.js that parses: it listens by itself where it finds that it is in a thread of its own.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
