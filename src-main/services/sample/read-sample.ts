import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceError } from '../service-error.ts';

/** The sample case in `seedsFolder`. Throws `sample-missing`. */
export async function readSample(seedsFolder: string): Promise<{ article: string; caseJson: string }> {
  try {
    const [article, caseJson] = await Promise.all(
      ['article.txt', 'case.json'].map((name) => readFile(join(seedsFolder, 'deir-ezzor', name), 'utf8')),
    );
    return { article: article ?? '', caseJson: caseJson ?? '' };
  } catch (error) {
    throw new ServiceError('sample-missing', 'The sample case cannot be read', { cause: error });
  }
}
