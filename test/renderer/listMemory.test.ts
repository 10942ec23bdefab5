import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  forgetLists,
  lastListSearch,
  recallList,
  recallLists,
  recallPosition,
  rememberList,
  rememberLists,
} from '#renderer/app/listMemory.ts';

vi.mock('#renderer/client.ts', () => ({ orpc: { accounts: { start: { key: () => [['accounts', 'start']] } } } }));

beforeEach(() => forgetLists());

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

  it('is gone, with all that was asked, before the next person sits down', async () => {
    const { forgetEverything, queryClient } = await import('#renderer/app/query.ts');
    rememberList('/patients', left);
    queryClient.setQueryData([['patients', 'search'], { input: left.search }], {
      rows: [{ familyName: 'Quillfeather' }],
    });
    await forgetEverything();
    expect(recallLists()).toEqual({});
    expect(recallList('/patients')).toEqual({ search: {}, scrollTop: 0, start: null, selected: null, preview: false });
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
  });

  it('can be put back whole', () => {
    rememberList('/patients', left);
    const all = recallLists();
    forgetLists();
    rememberLists(all);
    expect(recallList('/patients')).toMatchObject(left);
  });
});
