/** Calm words that say nothing about a case. */
const FIRST =
  'amber ashen autumn azure birch brass bright broad bronze calm cedar chalk clear clover cobalt copper coral crisp dawn deep dune early ember evening fallow fern field flint frost gentle golden granite green hazel high hollow indigo iron ivory jade juniper keen late laurel lemon level light lilac linen long lunar maple marble meadow mellow mild misty morning mossy narrow noble northern oak ochre olive open opal orchard pale pearl pine plain plum polar quiet rapid red river round rowan ruby russet rustic sable saffron sage sand scarlet sepia shaded silent silver slate slow small smooth snowy soft solar southern spare spring stark steady still stone summer sunlit swift tall tawny teal tidal timber topaz umber upper vast velvet verdant violet warm western white wide willow winter woven young zephyr'.split(
    ' ',
  );
const SECOND =
  'acorn anchor arch arrow aspen barge basin bay beacon beech bell bench bluff boat bough bridge brook cairn canal candle canyon cape cart cave cliff cloud coast compass cove crane creek crest cup dale delta desk dock door dove drum eagle elm falcon feather fence finch fjord flag flute ford forest forge fountain garden gate glade glen grove gull harbour harp hawk heath hedge heron hill hut inlet island jar kettle kite lagoon lake lamp lantern lark ledge lighthouse loom marsh mast mesa mill moor mountain nest oar orchid otter owl path pebble pier pillar plateau pond quarry quay quill raft reed ridge road robin roof rope sail shelf shore sparrow spire spruce stair star stream swallow table tern thicket tower trail valley vessel vine wagon wall wave well wharf wheel willow window wren yard'.split(
    ' ',
  );

/**
 * Two words from a case's random id, so that cases can be told apart while locked without showing
 * anything of them. The same id always gives the same words.
 */
export function codeName(caseId: string): string {
  const digits = caseId.replaceAll('-', '');
  // The tail of a UUIDv7 is random; its head is the time, which two cases may almost share.
  const pick = (words: readonly string[], hex: string): string =>
    words[Number.parseInt(hex, 16) % words.length] ?? '';
  const name = `${pick(FIRST, digits.slice(-12, -6))} ${pick(SECOND, digits.slice(-6))}`;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
