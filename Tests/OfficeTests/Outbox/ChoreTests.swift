import Law
import Testing

@testable import Office

struct `What is done once in a while` {
    @Test(arguments: [(true, 3600), (false, 60)])
    func `is due again after an hour, and after a minute where it failed`(isDone: Bool, seconds: Int) {
        var chore = Housekeeping.Chore()
        var count = 0
        for later in [0, 0, seconds - 1, seconds] {
            chore.perform(at: TestOffice.start.adding(seconds: later)) {
                count += 1
                return isDone
            }
        }
        #expect(count == 2)
    }
}
