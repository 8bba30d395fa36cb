/** A failure the person at the keyboard can do something about: its message is all that is printed. */
export class ModelsFailure extends Error {
  override name = "ModelsFailure";
}

/** What they can always do instead of downloading. @param file path of the weights inside their package */
export function ownFileHint(file: string): string {
  return `Or put the file "${file.slice(file.lastIndexOf("/") + 1)}" into a folder and name that folder in EARSHOT_MODELS.`;
}

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
