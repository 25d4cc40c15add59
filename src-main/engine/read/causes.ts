/** Why a file is not indexed in full: a closed set, each with what a person can do about it. */
const REASONS = {
  empty: 'The file is empty.',
  'no-articles': 'It holds no articles that could be made out.',
  'no-text': 'The file has no text that could be read.',
  binary: 'This is not a text file, whatever its name says.',
  unsupported: 'Files of this kind cannot be read yet.',
  ignored: 'It is left out by the .datelineignore file at the top of the folder.',
  link: 'This is a link; what it points to is read where it lies.',
  outside: 'This is a link to a place outside the folder. Copy the file into the folder to read it.',
  dangling: 'This is a link to something that is not there.',
  special: 'This is a pipe, socket or device, not a file.',
  permission: 'No permission to read it. Change its permissions and scan again.',
  unreadable: 'The disk could not read it. Check that the disk is connected and healthy, then scan again.',
  'path-too-long': 'Its path is too long for this system. Move it to a folder nearer the top.',
  'too-large': 'It is larger than 2 GB. Split it to read it.',
  cut: 'Only the first 20 MB were read.',
  incomplete: 'Only part of it could be read.',
  encrypted: 'It is protected by a password. Save a copy without one to read it.',
  'no-text-layer':
    'Its pages are pictures without text. Put a text layer on it with a character recognition program, then scan again.',
  damaged: 'It is damaged. Open it in the program it was made with and save it anew.',
  unsafe: 'It is built like a file made to harm its reader and was left closed.',
  bomb: 'It unpacks to far more than a document holds and was left closed.',
  'invalid-bytes': 'Some bytes could not be decoded; they show as \ufffd.',
  'uncertain-encoding': 'Its character encoding was guessed and may be wrong.',
  changing: 'It was being written while it was read. Scan again when it is finished.',
  timeout: 'Reading it took longer than 30 seconds and was stopped.',
  crash: 'Reading it needed too much memory or stopped the reader.',
  fault: 'It could not be read because of a fault in Dateline.',
} as const

export type Cause = keyof typeof REASONS

/** The sentence that is shown for a cause; `detail` names the kind of file where that helps. */
export function reasonOf(cause: Cause, detail?: string): string {
  return detail ? `${REASONS[cause]} (${detail})` : REASONS[cause]
}

/** Left out of "needs attention": nothing a person would want mended. */
export const UNREMARKABLE: readonly Cause[] = ['binary', 'ignored', 'link', 'special', 'dangling']
