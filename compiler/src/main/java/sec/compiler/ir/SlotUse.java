package sec.compiler.ir;

import java.util.Map;
import sec.compiler.model.Slot;
import sec.compiler.values.Value;

/**
 * One place where a slot is used.
 *
 * @param slot which
 * @param path of this use
 * @param entry the value that comes to it
 * @param told what it tells what stands in it, as far as that is given
 * @param around the names of the block it is used in
 */
record SlotUse(Slot slot, String path, Node entry, Map<String, Value> told, Frame around) {}
