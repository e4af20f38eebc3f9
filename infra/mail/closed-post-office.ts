import type { PostOffice } from '../../activities/ports.ts'

/** Of a process that delivers nothing: letters leave from the installation's worker alone. */
export const closedPostOffice: PostOffice = {
  deliver: async () => {
    throw new TypeError('No letter is delivered from this process')
  },
  askAbout: async () => 'cannot-say',
}
