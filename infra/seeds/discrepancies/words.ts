import type { InLanguages } from '../../../domain/languages.ts'

/** What is said of each kind of discrepancy that is found rather than listed. Reasons stand in the seeds in English alone. */

const endOfSession = {
  opens: { en: 'opens', fr: 'd’ouverture', es: 'de apertura', ar: 'افتتاح' },
  closes: { en: 'closes', fr: 'de clôture', es: 'de clausura', ar: 'اختتام' },
} as const

type Used = { readonly used: string; readonly why: string }

export function sessionDayDiffers({ session, end, used, why }: Used & { readonly session: string; readonly end: 'opens' | 'closes' }): InLanguages {
  const words = endOfSession[end]
  return {
    en: withReason(`Sources differ on the day on which ${session} ${words.en}; ${used} is used.`, why),
    fr: `Les sources divergent sur le jour ${words.fr} de ${session}; ${used} est retenu.`,
    es: `Las fuentes difieren sobre el día ${words.es} de ${session}; se usa ${used}.`,
    ar: `تختلف المصادر بشأن يوم ${words.ar} ${session}؛ والمستخدم هو ${used}.`,
  }
}

export const admissionDiffers = ({ names, used, why }: Used & { readonly names: InLanguages }): InLanguages => ({
  en: withReason(`Sources differ on the admission of ${names.en}; ${used} is used.`, why),
  fr: `Les sources divergent sur l’admission (${names.fr}); ${used} est retenu.`,
  es: `Las fuentes difieren sobre la admisión (${names.es}); se usa ${used}.`,
  ar: `تختلف المصادر بشأن قبول العضو (${names.ar})؛ والمستخدم هو ${used}.`,
})

export const dateDiffers = ({ date, dueOn, provision }: { readonly date: string; readonly dueOn: string; readonly provision: string }): InLanguages => ({
  en: `${provision} gives ${dueOn}; ${date} is printed, and governs.`,
  fr: `${provision} donne ${dueOn}; la date imprimée, ${date}, prévaut.`,
  es: `${provision} da ${dueOn}; prevalece la fecha impresa, ${date}.`,
  ar: `يفضي ${provision} إلى ${dueOn}؛ والتاريخ المطبوع ${date} هو المعتمد.`,
})

export const beforeLeavesOut = ({ date, why }: { readonly date: string; readonly why: string }): InLanguages => ({
  en: withReason(`"Before" ${date}, read literally, leaves the day itself out.`, why),
  fr: `«Avant» le ${date}, pris à la lettre, exclut le jour même.`,
  es: `«Antes» del ${date}, en sentido literal, excluye el propio día.`,
  ar: `عبارة «قبل» ${date}، إذا قُرئت حرفياً، تستبعد اليوم نفسه.`,
})

type Sum = { readonly document: string; readonly sum: string; readonly total: string; readonly unit: string }

export const sumDiffers = ({ document, sum, total, unit }: Sum): InLanguages => ({
  en: `The resources printed in ${document} for each component add up to ${sum} (${unit}); the total printed is ${total}.`,
  fr: `Les ressources imprimées dans ${document} pour chaque composante totalisent ${sum} (${unit}); le total imprimé est de ${total}.`,
  es: `Los recursos impresos en ${document} para cada componente suman ${sum} (${unit}); el total impreso es ${total}.`,
  ar: `مجموع الموارد المطبوعة في ${document} لكل عنصر هو ${sum} (${unit})؛ والمجموع المطبوع هو ${total}.`,
})

const withReason = (said: string, why: string): string => (why === '' ? said : `${said} ${why}`)
