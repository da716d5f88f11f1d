package vn.vigil.text;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import vn.vigil.base.MessageKey;

/**
 * Counts every sentence of the classes it is given. Both modules' tests use it: the core's see its own enums, the command line's
 * see all and who uses them.
 */
public final class CatalogueCensus {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("vn.vigil");

    /** Keys without a sentence in one of the languages, and sentences without a key. */
    public List<String> incomplete() {
        Map<String, Set<String>> keys = keysByCatalogue();
        if (keys.isEmpty()) {
            return List.of("no key found: the census would prove nothing");
        }
        List<String> wrong = new ArrayList<>();
        keys.forEach((catalogue, ids) -> {
            for (Lang lang : Lang.values()) {
                Set<String> there =
                        new TreeSet<>(Texts.catalogue(catalogue, lang).stringPropertyNames());
                Set<String> missing = new TreeSet<>(ids);
                missing.removeAll(there);
                there.removeAll(ids);
                if (!missing.isEmpty() || !there.isEmpty()) {
                    wrong.add(catalogue + "." + lang.tag() + ": missing " + missing + ", orphaned " + there);
                }
            }
        });
        return wrong;
    }

    /** Sentences whose placeholders differ between the languages, and Vietnamese that is not NFC. */
    public List<String> unlike() {
        List<String> wrong = new ArrayList<>();
        keysByCatalogue().keySet().forEach(catalogue -> {
            Properties vi = Texts.catalogue(catalogue, Lang.VI);
            Properties en = Texts.catalogue(catalogue, Lang.EN);
            vi.stringPropertyNames().forEach(id -> {
                String text = vi.getProperty(id);
                if (!placeholders(text).equals(placeholders(en.getProperty(id, "")))) {
                    wrong.add(catalogue + "." + id + ": placeholders differ");
                }
                if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
                    wrong.add(catalogue + "." + id + ": not NFC");
                }
            });
        });
        return wrong;
    }

    /** Keys that nobody uses. */
    public List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (JavaClass type : messageEnums()) {
            // A class that walks all values, or asks for one by name, uses each of them.
            boolean walked = type.getMethods().stream()
                    .filter(m -> m.getName().equals("values") || m.getName().equals("valueOf"))
                    .anyMatch(m -> m.getAccessesToSelf().stream()
                            .anyMatch(a -> !a.getOriginOwner().equals(type)));
            type.getFields().stream()
                    .filter(f -> f.getRawType().equals(type))
                    .filter(f -> !walked
                            && f.getAccessesToSelf().stream()
                                    .allMatch(a -> a.getOriginOwner().equals(type)))
                    .forEach(f -> unused.add(type.getSimpleName() + "." + f.getName()));
        }
        return unused;
    }

    private List<JavaClass> messageEnums() {
        return classes.stream()
                .filter(c -> c.isEnum() && c.isAssignableTo(MessageKey.class))
                .toList();
    }

    private Map<String, Set<String>> keysByCatalogue() {
        Map<String, Set<String>> keys = new HashMap<>();
        for (JavaClass type : messageEnums()) {
            for (Object constant : type.reflect().getEnumConstants()) {
                MessageKey key = (MessageKey) constant;
                keys.computeIfAbsent(key.catalogue(), k -> new TreeSet<>()).add(key.id());
            }
        }
        return keys;
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i + 2 < text.length(); i++) {
            if (text.charAt(i) == '{' && Character.isDigit(text.charAt(i + 1)) && text.charAt(i + 2) == '}') {
                found.add(text.substring(i, i + 3));
            }
        }
        return found;
    }
}
