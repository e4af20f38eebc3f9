/** Key of the advisory transaction lock that every writer of the log holds until its commit can be seen. */
export const appendLock = 7_202_012
