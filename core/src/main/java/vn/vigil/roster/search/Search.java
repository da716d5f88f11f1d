package vn.vigil.roster.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import vn.vigil.base.Progress;

/**
 * Fills rosters: rows of one to three persons are taken out, each is put back by an exact dynamic program against what the rest
 * leaves open, and the change is kept or not as in annealing. Every roster on the way holds every hard rule of every person.
 * Stateless.
 */
public final class Search {
    private static final int STEPS = 1000;

    private Search() {}

    /**
     * Searches for a cheap roster.
     *
     * @param progress hears of thousandths done; called from the searching threads
     * @return the best roster found, or whose rules allow no row
     */
    public static Found solve(Problem problem, Effort effort, Progress progress) {
        Model model = new Model(problem);
        if (!model.stuck.isEmpty()) {
            return new Found(null, null, 0, model.stuck);
        }
        AtomicBoolean enough = new AtomicBoolean();
        Lane[] lanes = new Lane[effort.lanes()];
        AtomicReferenceArray<Throwable> broken = new AtomicReferenceArray<>(lanes.length);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < lanes.length; i++) {
            int place = i;
            lanes[i] = new Lane(model, new Dice(effort.seed() + i * 0x632BE59BD9B4E019L).next());
            Lane.Tell tell = place > 0 ? (done, cost) -> {} : teller(progress, problem.constant());
            Runnable work = () -> {
                try {
                    lanes[place].run(effort.moves(), effort.deadline(), enough, tell);
                } catch (Throwable t) {
                    broken.set(place, t);
                    enough.set(true);
                }
            };
            if (i == lanes.length - 1) {
                work.run();
            } else {
                Thread thread = new Thread(work, "roster-lane-" + i);
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
        }
        boolean interrupted = false;
        for (Thread t : threads) {
            while (t.isAlive()) {
                try {
                    t.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    enough.set(true);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Lane best = lanes[0];
        long moves = 0;
        for (int i = 0; i < lanes.length; i++) {
            if (broken.get(i) instanceof Error) {
                throw (Error) broken.get(i);
            }
            if (broken.get(i) != null) {
                throw new IllegalStateException("a lane of the search broke", broken.get(i));
            }
            moves += lanes[i].moves();
            if (lanes[i].bestTotal() < best.bestTotal()) {
                best = lanes[i];
            }
        }
        Roster roster = Roster.of(best.best());
        return new Found(roster, Judge.score(problem, roster), moves, List.of());
    }

    private static Lane.Tell teller(Progress progress, long constant) {
        int[] told = {-1};
        return (done, cost) -> {
            int step = (int) (done * STEPS);
            if (step > told[0]) {
                told[0] = step;
                progress.at(SearchText.SEARCHING.with(String.valueOf(cost + constant)), step, STEPS);
            }
        };
    }
}
