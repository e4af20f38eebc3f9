/** `ReportReceived` as a person reads it: report received. */
export const eventInWords = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
