/** A line that counts up, for a person who waits at a terminal; nowhere else. */
export function progressOn(terminal: NodeJS.WriteStream, total: number): { step(): void; clear(): void } {
  let done = 0
  const clear = () => {
    if (terminal.isTTY) terminal.write('\r\u001B[K')
  }
  return {
    step() {
      done++
      clear()
      if (terminal.isTTY && done < total) terminal.write(`${done} / ${total}`)
    },
    clear,
  }
}
