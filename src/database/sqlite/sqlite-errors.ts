import { DatabaseTrouble } from '../engine.ts'

/** https://sqlite.org/rescode.html */
export function conflictOf(error: unknown): 'duplicate' | 'missing-parent' | undefined {
  const code = (error as { errcode?: number }).errcode
  if (code === 1555 || code === 2067) return 'duplicate'
  return code === 787 ? 'missing-parent' : undefined
}

/** Full; or locked by another process, made read-only, or a disk that fails: all may pass. */
export function outageOf(error: unknown): 'away' | 'full' | undefined {
  const primary = ((error as { errcode?: number }).errcode ?? 0) & 255
  if (primary === 13) return 'full'
  return [5, 8, 10, 14].includes(primary) ? 'away' : undefined
}

/**
 * The disk took the bytes and could not say that it keeps them. The system may have dropped them
 * since, and call the next attempt a success: https://www.sqlite.org/rescode.html#ioerr_fsync
 */
export function isLostSync(error: unknown): boolean {
  const { errcode } = error as { errcode?: number }
  return errcode === ioErrorAtSync || errcode === ioErrorAtFolderSync
}

const ioErrorAtSync = 1034
const ioErrorAtFolderSync = 1290

export function explained(error: unknown, file: string): unknown {
  if (error instanceof DatabaseTrouble) return error
  const { errcode, code, message } = error as { errcode?: number; code?: string; message?: string }
  const primary = (errcode ?? 0) & 255
  if (
    code === 'EACCES' ||
    code === 'ENOENT' ||
    code === 'EROFS' ||
    code === 'EPERM' ||
    primary === 8 ||
    primary === 14
  ) {
    return new DatabaseTrouble(
      `The data folder cannot be written: ${file}. Check its owner and rights, or set STANDFIRST_DATA to another folder.`,
    )
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new DatabaseTrouble(
      `The data folder is not a folder: ${file}. Set STANDFIRST_DATA to another one.`,
    )
  }
  if (primary === 11 || primary === 26) {
    return damaged(file, message ?? '')
  }
  return error
}

export function damaged(file: string, finding: string): DatabaseTrouble {
  return new DatabaseTrouble(
    `The database ${file} is damaged (${finding}). Restore a backup; the file was left as it is.`,
  )
}
