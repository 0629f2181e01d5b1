import { useTranslation } from 'react-i18next';
import styles from './facts.module.css';
import { outlines } from './outlines.ts';

/** Degrees east and north of the place that the map shows to each side. */
const [REACH_EAST, REACH_NORTH] = [16, 9];

/** A place on outlines of the countries around it. Drawn from what is packed: no map is fetched. */
export default function FactsMap(props: {
  readonly latitude: number;
  readonly longitude: number;
  readonly words: string;
}) {
  const { t } = useTranslation();
  const { latitude, longitude, words } = props;
  // Degrees of longitude grow narrow towards the poles: so places keep their shape.
  const narrow = Math.max(0.2, Math.cos((latitude * Math.PI) / 180));
  const reach = REACH_EAST / narrow;
  const box = [-REACH_EAST, -latitude - REACH_NORTH, REACH_EAST * 2, REACH_NORTH * 2].join(' ');
  return (
    <figure className={styles['map']}>
      <svg viewBox={box} role="img" aria-label={t('facts.map', { place: words })} direction="ltr">
        {/* Beyond the date line the same outlines begin again. */}
        {[-360, 0, 360]
          .filter((turn) => Math.abs(turn - longitude) < 180 + reach)
          .map((turn) => (
            <path
              key={turn}
              d={outlines()}
              transform={`scale(${narrow} 1) translate(${turn - longitude} 0)`}
              className={styles['outline']}
            />
          ))}
        <circle cx={0} cy={-latitude} r={0.9} className={styles['around']} />
        <circle cx={0} cy={-latitude} r={0.25} className={styles['point']} />
      </svg>
      <figcaption>{t('facts.mapHint')}</figcaption>
    </figure>
  );
}
