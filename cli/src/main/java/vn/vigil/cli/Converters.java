package vn.vigil.cli;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;

/** Reads ids, and enums as the user types them ({@code state-agency}); only for the types that the verb at hand takes. */
final class Converters {
    private Converters() {}

    static void register(CommandLine line) {
        for (ArgSpec arg : line.getCommandSpec().args()) {
            for (Class<?> type : arg.auxiliaryTypes()) {
                register(line, type);
            }
        }
    }

    private static <T> void register(CommandLine line, Class<T> type) {
        if (type.isEnum()) {
            line.registerConverter(type, new Words<>(type));
        } else if (type == CameraId.class || type == MemberId.class || type == CaseId.class) {
            line.registerConverter(type, new Ids<>(type));
        }
    }

    private record Words<T>(Class<T> type) implements ITypeConverter<T> {
        @Override
        public T convert(String text) {
            for (T constant : type.getEnumConstants()) {
                if (Arguments.word((Enum<?>) constant).equalsIgnoreCase(text)) {
                    return constant;
                }
            }
            throw new TypeConversionException(text);
        }
    }

    private record Ids<T>(Class<T> type) implements ITypeConverter<T> {
        @Override
        public T convert(String text) {
            Object id;
            if (type == CaseId.class) {
                id = CaseId.parse(text);
            } else if (!CameraId.isValid(text)) {
                id = null;
            } else {
                id = type == CameraId.class ? new CameraId(text) : new MemberId(text);
            }
            if (id == null) {
                throw new TypeConversionException(text);
            }
            return type.cast(id);
        }
    }
}
