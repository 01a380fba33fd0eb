/**
 * The one error of the reading: a file or an item that cannot be understood. Its message is shown
 * to an editor, so it is one plain sentence: what is wrong and, where it helps, what to do.
 */
export class NotReadable extends Error {}
