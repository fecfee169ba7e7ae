/// Runs numbered pieces of work, so many at once; the results stand in the order of the pieces.
///
/// - Parameters:
///   - threads: pieces at once, at least 1; no result may depend on it.
///   - finished: told after each piece how many are done.
/// - Throws: what a piece throws, and `CancellationError` before the next one once the task is cancelled.
public func inParallel<Result: Sendable>(
  _ count: Int, threads: Int,
  finished: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
  _ piece: @escaping @Sendable (Int) throws -> Result
) async throws -> [Result] {
  var results = [Result?](repeating: nil, count: count)
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var next = 0
    func start() {
      guard next < count else { return }
      let index = next
      next += 1
      group.addTask {
        try Task.checkCancellation()
        return (index, try piece(index))
      }
    }
    for _ in 0..<max(1, threads) { start() }
    var done = 0
    while let (index, result) = try await group.next() {
      results[index] = result
      done += 1
      finished(done, count)
      start()
    }
  }
  return results.map { $0! }
}
