import type { PDFDocument } from '@cantoo/pdf-lib'

/** placeholder */
export function steadyStructure(_pdf: PDFDocument): void {}
