import type { ComponentChildren } from 'preact';
import { type Attributes, classNames } from './attributes.ts';
import { describedByOf, FieldMessages, type FieldOptions, FormGroup } from './form-group.tsx';
import { i18nAttributes } from './i18n-attributes.ts';
import { Label, type LabelOptions } from './label.tsx';

interface FileUploadProps extends FieldOptions {
  name: string;
  label: LabelOptions;
  /** By default, the name. */
  id?: string;
  multiple?: boolean;
  disabled?: boolean;
  /** With the place to drop files on, where scripts run. */
  javascript?: boolean;
  chooseFilesButtonText?: string;
  noFileChosenText?: string;
  multipleFilesChosenText?: Readonly<Record<string, string>>;
  dropInstructionText?: string;
  enteredDropZoneText?: string;
  leftDropZoneText?: string;
  wrapperClass?: string;
  wrapperAttributes?: Attributes;
  class?: string;
  attributes?: Attributes;
}

/** One or several files of the person's own machine. */
export function FileUpload(props: FileUploadProps) {
  const { name, id = name, label, hint, errorMessage, formGroup } = props;
  return (
    <FormGroup errorMessage={errorMessage} formGroup={formGroup}>
      <Label {...label} for={id} />
      <FieldMessages id={id} hint={hint} errorMessage={errorMessage} />
      {formGroup?.beforeInput}
      <Wrapped {...props}>
        <input
          class={classNames('govuk-file-upload', props.class, errorMessage && 'govuk-file-upload--error')}
          id={id}
          name={name}
          type="file"
          disabled={props.disabled}
          multiple={props.multiple}
          aria-describedby={describedByOf(id, props)}
          {...props.attributes}
        />
      </Wrapped>
      {formGroup?.afterInput}
    </FormGroup>
  );
}

function Wrapped({ children, ...props }: FileUploadProps & { children: ComponentChildren }) {
  if (!props.javascript) return <>{children}</>;
  return (
    <div
      class={classNames('govuk-file-upload-wrapper', props.wrapperClass)}
      data-module="govuk-file-upload"
      {...i18nAttributes({
        'choose-files-button': props.chooseFilesButtonText,
        'no-file-chosen': props.noFileChosenText,
        'multiple-files-chosen': props.multipleFilesChosenText,
        'drop-instruction': props.dropInstructionText,
        'entered-drop-zone': props.enteredDropZoneText,
        'left-drop-zone': props.leftDropZoneText,
      })}
      {...props.wrapperAttributes}
    >
      {children}
    </div>
  );
}
