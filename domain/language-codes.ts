/** The languages of letters and pages. */
export const languages = ['en', 'fr', 'es', 'ar'] as const
