import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { asSeenBy } from '#core/finding/as-seen-by.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { setStage } from '#renderer/commands/set-stage.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useLeaving } from '#renderer/ui/features/exchange/use-leaving.ts';
import { bridgeWorld } from '../../support/bridge-world.ts';
import { resetStores } from '../../support/render-ui.tsx';

describe('what leaves the case', () => {
  it('says what was found, though whoever makes a second read does not see it', () => {
    const world = bridgeWorld();
    world.run(setFinding, { claimId: 'cracked', status: 'disputed', rationale: 'Two people differ.' });
    world.run(setStage, { claimIds: ['cracked'], stage: 'second read' });
    resetStores(asSeenBy(world.state, 'colleague'));
    useCase.setState({ whole: world.state });
    expect(useCase.getState().state.claim.get('cracked')?.finding).toBeNull();
    const { result } = renderHook(() => useLeaving('en'));
    expect(result.current.state.claim.get('cracked')?.finding?.status).toBe('disputed');
  });
});
