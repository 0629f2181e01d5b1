import { type Proposal } from '#core/extraction/proposal.ts';
import { proposalLine } from '#core/extraction/proposal-line.ts';
import { propose } from '#core/extraction/propose.ts';
import type { ProposeCommand } from './commands.ts';
import { linesOf, parseLine, writeLine } from './json-lines.ts';
import { plain } from './plain.ts';
import { readArticleFile } from './read-article.ts';

/** Who makes a claim, in words. */
function whoSays({ speakers }: Proposal, claim: Proposal['claims'][number]): string {
  const name = (index: number): string => speakers[index]?.name ?? 'the article';
  if (claim.voice === 'unclear')
    return `unclear (${claim.candidates.map(name).join(' or ') || 'nobody named'})`;
  if (claim.speaker !== null) return name(claim.speaker);
  return claim.voice === 'narration' ? 'the article' : (claim.ladder[0]?.unnamed ?? 'nobody named');
}

const words = (proposal: Proposal): string =>
  proposal.claims.map((claim) => `${plain(whoSays(proposal, claim))}: ${plain(claim.statement)}\n`).join('');

/** Proposes the claims of an article, or of each line; throws a CliError in words. */
export async function proposeClaims({ file, form }: ProposeCommand): Promise<void> {
  if (form === 'jsonl') {
    for await (const line of linesOf(file)) {
      const { id, text, published } = parseLine(line, ['id', 'text'], ['published']);
      await writeLine(proposalLine(id, text, propose(text, published ?? null)));
    }
    return;
  }
  const { text } = readArticleFile(file ?? '');
  const proposal = propose(text);
  if (form === 'json') await writeLine(proposal);
  else process.stdout.write(words(proposal));
}
