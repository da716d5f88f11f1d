package vn.vigil.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What both modules' architecture tests share: edges between packages as the bytecode has them, and calls that are forbidden. */
public final class House {
    private House() {}

    /** The package's place in the house: {@code vn.vigil.cli.view} is {@code cli.view}; null outside the house. */
    public static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("vn.vigil.") ? name.substring("vn.vigil.".length()) : null;
    }

    /** For each room the rooms that its classes name. */
    public static Map<String, Set<String>> edges(JavaClasses classes) {
        Map<String, Set<String>> edges = new TreeMap<>();
        for (JavaClass type : classes) {
            String from = room(type);
            Set<String> out = edges.computeIfAbsent(from, k -> new TreeSet<>());
            for (Dependency d : type.getDirectDependenciesFromSelf()) {
                String to = room(d.getTargetClass().getBaseComponentType());
                if (to != null && !to.equals(from)) {
                    out.add(to);
                }
            }
        }
        return edges;
    }

    /** Every use of a class that {@code forbidden} names (a package prefix ending in a dot, or a class name) outside the rooms allowed to. */
    public static List<String> users(JavaClasses classes, String forbidden, Set<String> allowedRooms) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : classes) {
            if (allowedRooms.contains(room(type)) || allowedRooms.contains(type.getSimpleName())) {
                continue;
            }
            for (Dependency d : type.getDirectDependenciesFromSelf()) {
                String target = d.getTargetClass().getBaseComponentType().getName();
                if (forbidden.endsWith(".") ? target.startsWith(forbidden) : target.equals(forbidden)) {
                    found.add(type.getName() + " uses " + target);
                    break;
                }
            }
        }
        return found;
    }

    /** Every call of {@code owner.method} outside the allowed classes (simple names) or rooms. */
    public static List<String> callers(JavaClasses classes, String owner, String method, Set<String> allowed) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : classes) {
            if (allowed.contains(type.getSimpleName()) || allowed.contains(room(type))) {
                continue;
            }
            type.getAccessesFromSelf().forEach(access -> {
                if (access.getTargetOwner().getName().equals(owner)
                        && access.getTarget().getName().equals(method)) {
                    found.add(access.getDescription());
                }
            });
        }
        return found;
    }
}
