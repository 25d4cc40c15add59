/** What a member of a family is called: its agency where one is named, else its file. */
export const memberName = ({ agency, path }: { agency: string | null; path: string }): string =>
  agency ??
  path
    .split('/')
    .pop()
    ?.replace(/\.\w+$/u, '') ??
  path
