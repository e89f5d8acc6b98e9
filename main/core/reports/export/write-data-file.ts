import type { ReportFailure } from '../../../../shared/contract/exports.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { fileFailure, openWholeFile, partialPath, type WholeFile } from './whole-file.ts';

/** Writes a text to a file, completely or not at all. `id` makes the name of the partial file unique. */
export async function writeDataFile(
  path: string,
  id: string,
  replace: boolean,
  text: string,
): Promise<Result<void, ReportFailure>> {
  let file: WholeFile | null = null;
  try {
    file = await openWholeFile(path, partialPath(path, id), replace);
    await file.write(Buffer.from(text, 'utf8'));
    await file.finish();
    return ok(undefined);
  } catch (error) {
    await file?.discard();
    return err(fileFailure(error));
  }
}
