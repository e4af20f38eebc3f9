/** Settings of the development server, for one machine with one worker. */
export const LOCAL_SERVER_TUNING: Readonly<Record<string, number | boolean>> = {
  'history.transferProcessorMaxPollRPS': 2_000,
}
