package sec.verify.bench;

/**
 * Under what all entrants of one race run.
 *
 * @param engine what runs them
 * @param batch how many samples a run answers
 * @param threads how many threads compute
 */
public record Setting(Engine engine, int batch, int threads) {}
