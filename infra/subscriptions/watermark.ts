export type Watermark = {
  /** The highest position so far; -1 before any is known, so that even the wait for 0 is a wait for a first look. */
  readonly position: number
  /** Only upwards. */
  raise(position: number): void
  /** Settles once the mark stands at a position or above it. */
  reached(position: number): Promise<void>
}

/** How far a reader has come, and who waits for it. */
export function createWatermark(): Watermark {
  let position = -1
  let waiting: readonly { readonly for: number; readonly resolve: () => void }[] = []
  return {
    get position() {
      return position
    },
    raise: (to) => {
      position = Math.max(position, to)
      for (const each of waiting) if (each.for <= position) each.resolve()
      waiting = waiting.filter((each) => each.for > position)
    },
    reached: async (wanted) => {
      if (wanted <= position) return
      await new Promise<void>((resolve) => {
        waiting = [...waiting, { for: wanted, resolve }]
      })
    },
  }
}
