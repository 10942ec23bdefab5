/** Said to whoever sits here next; they outlive the one whose leaving they tell of, and the page that is loaded anew then. */
export const OF_THE_STATION: readonly string[] = ['accounts.signedOut', 'accounts.sessionEnded'];
