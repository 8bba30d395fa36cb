/** A failure the person at the keyboard can do something about: its message is all that is printed. */
export class ModelsFailure extends Error {
  override name = "ModelsFailure";
}

/** What they can always do instead of downloading. */
export const OWN_FILE_HINT = 'Or put the file "e5-small-q4.bin" into a folder and name that folder in EARSHOT_MODELS.';

/** Turns an operating system's error about a folder into a sentence; anything else is passed on. */
export function explainFileError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const what =
    code === "ENOSPC" || code === "EDQUOT"
      ? "The disk is full"
      : code === "EACCES" || code === "EPERM" || code === "EROFS"
        ? "There is no permission to write"
        : undefined;
  if (!what) return error;
  const hint = "About 300 MB are needed; XDG_CACHE_HOME (LOCALAPPDATA on Windows) chooses another place.";
  return new ModelsFailure(`${what} in ${folder}. ${hint}`, { cause: error });
}
