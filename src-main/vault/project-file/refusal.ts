import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { VaultError } from '../vault-error.ts';

/** A project file that was refused, as it leaves the vault. `part` is for the person, not for a log. */
export class RefusedFile extends VaultError {
  readonly part: string | null;
  constructor({ code, part }: ProjectFileFault) {
    super(code, 'The project file was refused');
    this.part = part;
  }
}

/** Runs work on a project file; its faults come out as VaultErrors. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ProjectFileFault ? new RefusedFile(error) : error;
  }
}
