/** Obligations of declared kinds, plans, their rows and the names of units have views of their own: all are made again, and the projection fills them. */
export { up } from './2026-11-22-views.ts'
