/** What the checkpointing thread of the program needs of the database. */
export { checkpoint, connect } from './connection.ts';
