import type { Colleague } from '#core/sharing/colleague.ts';
import { addColleague, type NewColleague, renameColleague } from '#core/sharing/colleagues.ts';
import { VaultError } from '../vault-error.ts';
import type { Holder } from './holder.ts';
import type { Opened } from './identity-file.ts';

type Colleagues = { readonly colleagues: readonly Colleague[] };
type OfColleague = { readonly recipient: string };

/** The people cases are shared with. Every call needs the identity unlocked. */
export type ColleagueCalls = {
  listColleagues(input: null): Promise<Colleagues>;
  addColleague(input: NewColleague): Promise<Colleagues>;
  renameColleague(input: OfColleague & { readonly name: string }): Promise<Colleagues>;
  removeColleague(input: OfColleague): Promise<Colleagues>;
};

const colleaguesOf = ({ details }: Opened): Colleagues => ({ colleagues: details.colleagues });

function taken(outcome: ReturnType<typeof addColleague>): readonly Colleague[] {
  if (!outcome.ok) throw new VaultError(outcome.fault, 'The colleague is not taken');
  return outcome.colleagues;
}

export function colleagueCalls(holder: Holder): ColleagueCalls {
  type Change = (held: readonly Colleague[], own: string) => readonly Colleague[];
  const change = async (next: Change): Promise<Colleagues> =>
    colleaguesOf(
      await holder.change(({ alias, colleagues }, own) => ({ alias, colleagues: next(colleagues, own) })),
    );
  return {
    listColleagues: async () => colleaguesOf(holder.require()),
    addColleague: (asked) =>
      change((held, own) => taken(addColleague(held, asked, own, new Date().toISOString()))),
    renameColleague: ({ recipient, name }) => change((held) => taken(renameColleague(held, recipient, name))),
    removeColleague: ({ recipient }) => change((held) => held.filter((one) => one.recipient !== recipient)),
  };
}
