/** How the training gateway can be out of reach: there is no connection, or it takes requests and answers none. */
export const INTERRUPTIONS = ['no-connection', 'no-answer'] as const;
export type Interruption = (typeof INTERRUPTIONS)[number];
