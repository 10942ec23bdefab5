import { describe, expect, it } from 'vitest';
import {
  lastListSearch,
  recallList,
  recallLists,
  recallPosition,
  rememberList,
  rememberLists,
} from '#renderer/app/listMemory.ts';

const left = { search: { text: 'Quillfeather' }, scrollTop: 480, selected: 7, preview: true };

describe('how a list was left', () => {
  it('is there for the one who comes back to it', () => {
    rememberList('/patients', left);
    rememberList('/patients', { scrollTop: 500 });
    expect(recallList('/patients')).toEqual({ ...left, scrollTop: 500, start: null });
    expect(lastListSearch('/patients')).toEqual(left.search);
    expect(recallPosition('/patients', { text: 'Quillfeather' })).toMatchObject({ scrollTop: 500 });
    expect(recallPosition('/patients', { text: 'Somebody' })).toMatchObject({ scrollTop: 0 });
    expect(recallList('/doctors')).toMatchObject({ search: {}, selected: null });
  });

  it('can be put back whole', () => {
    rememberList('/patients', left);
    const all = recallLists();
    rememberList('/patients', { search: {}, selected: null });
    rememberLists(all);
    expect(recallList('/patients')).toMatchObject(left);
  });
});
