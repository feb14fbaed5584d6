package sec.compiler.backend.graph;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places for all that a picture holds, found by the Eclipse Layout Kernel: layers from top to
 * bottom, or from left to right, groups around what is in them.
 */
final class Layout {
  private static final double MARGIN = 12;
  private static final double BESIDE = 22;
  private static final double BETWEEN = 13;

  private final Map<Integer, ElkNode> nodes = new HashMap<>();
  private final Map<Integer, ElkPort> exits = new HashMap<>();
  private final IdentityHashMap<Picture.Edge, ElkEdge> edges = new IdentityHashMap<>();
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final boolean toTheRight;

  /**
   * A rectangle, from the picture's upper left corner.
   *
   * @param x its left side
   * @param y its upper side
   * @param width its width
   * @param height its height
   */
  record Place(double x, double y, double width, double height) {}

  /**
   * A corner of a line.
   *
   * @param x from the left
   * @param y from above
   */
  record Point(double x, double y) {}

  /** Finds places for {@code picture}. */
  Layout(Picture picture, boolean toTheRight) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    this.toTheRight = toTheRight;
    options();
    picture.items().forEach(item -> add(root, item));
    picture.edges().forEach(this::add);
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
  }

  private void options() {
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, toTheRight ? Direction.RIGHT : Direction.DOWN);
    root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
    root.setProperty(CoreOptions.SPACING_NODE_NODE, BESIDE);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN / 2);
    root.setProperty(CoreOptions.SPACING_EDGE_LABEL, 1.0);
    // The same picture of the same network, branches in the order in which they are written.
    root.setProperty(CoreOptions.RANDOM_SEED, 1);
    root.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    root.setProperty(
        LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.LAYER_SWEEP);
    root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
  }

  private void add(ElkNode parent, Picture.Item item) {
    ElkNode node = ElkGraphUtil.createNode(parent);
    nodes.put(item.id(), node);
    switch (item) {
      case Picture.Box box -> {
        Face face = new Face(box);
        node.setDimensions(face.width(), face.height());
      }
      case Picture.Group group -> {
        node.setProperty(
            CoreOptions.PADDING, new ElkPadding(Face.GROUP_TITLE, MARGIN, MARGIN, MARGIN));
        node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSize());
        // The kernel lays out from left to right and turns the result, but not this.
        node.setProperty(
            CoreOptions.NODE_SIZE_MINIMUM,
            toTheRight
                ? new KVector(Face.groupWidth(group), Face.GROUP_TITLE)
                : new KVector(Face.GROUP_TITLE, Face.groupWidth(group)));
        group.items().forEach(inner -> add(node, inner));
      }
    }
  }

  private void add(Picture.Edge edge) {
    // A value leaves its box at one place, however many read it.
    ElkPort exit =
        exits.computeIfAbsent(
            edge.value(), value -> ElkGraphUtil.createPort(nodes.get(edge.from().id())));
    ElkEdge line = ElkGraphUtil.createSimpleEdge(exit, nodes.get(edge.to().id()));
    edges.put(edge, line);
    edge.shape()
        .ifPresent(
            shape -> {
              ElkLabel label = ElkGraphUtil.createLabel(shape, line);
              label.setDimensions(Face.shapeWidth(shape), Face.SHAPE_HEIGHT);
              label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            });
  }

  /** All of the picture. */
  Place whole() {
    return new Place(0, 0, root.getWidth(), root.getHeight());
  }

  Place of(Picture.Item item) {
    ElkNode node = requireNonNull(nodes.get(item.id()));
    Point corner = absolute(node.getParent());
    return new Place(
        corner.x + node.getX(), corner.y + node.getY(), node.getWidth(), node.getHeight());
  }

  /** Where a line begins, bends and ends. */
  List<Point> line(Picture.Edge edge) {
    ElkEdge line = requireNonNull(edges.get(edge));
    Point corner = absolute(line.getContainingNode());
    ElkEdgeSection section = line.getSections().getFirst();
    List<Point> points = new ArrayList<>();
    points.add(new Point(corner.x + section.getStartX(), corner.y + section.getStartY()));
    section
        .getBendPoints()
        .forEach(bend -> points.add(new Point(corner.x + bend.getX(), corner.y + bend.getY())));
    points.add(new Point(corner.x + section.getEndX(), corner.y + section.getEndY()));
    return points;
  }

  /** Where the shape on a line stands, if there is one. */
  Optional<Place> label(Picture.Edge edge) {
    ElkEdge line = requireNonNull(edges.get(edge));
    Point corner = absolute(line.getContainingNode());
    return line.getLabels().stream()
        .findFirst()
        .map(
            label ->
                new Place(
                    corner.x + label.getX(),
                    corner.y + label.getY(),
                    label.getWidth(),
                    label.getHeight()));
  }

  private static Point absolute(ElkNode node) {
    double x = 0;
    double y = 0;
    for (ElkNode each = node; each.getParent() != null; each = each.getParent()) {
      x += each.getX();
      y += each.getY();
    }
    return new Point(x, y);
  }
}
